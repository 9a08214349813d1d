package casewright.evidence.search;

import casewright.access.SignedIn;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.retrieval.PassageId;
import casewright.retrieval.PassageQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Search as one types. The question is posted, because it may be longer than an address and may tell of a patient.
@Controller
@RequestMapping("/search")
class SearchPages {

    private static final Map<String, String> LANGUAGES = languages();

    private final KnowledgeSearch search;

    SearchPages(KnowledgeSearch search) {
        this.search = search;
    }

    private static Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        for (String[] one : new String[][] {{"en", "English"}, {"zh", "Chinese"}, {"de", "German"}, {"fr", "French"}, {"es", "Spanish"}, {"it", "Italian"}, {"pt", "Portuguese"}, {"nl", "Dutch"}}) {
            languages.put(one[0], one[1]);
        }
        return languages;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn me, @ModelAttribute("question") Question question, Model model) {
        return answered(me, question, model, false);
    }

    /// The whole page, or the passages alone where the page asks.
    @PostMapping
    String ask(@AuthenticationPrincipal SignedIn me, @ModelAttribute("question") Question question, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fromPage, Model model) {
        String page = answered(me, question, model, fromPage);
        return fromPage ? page + " :: answer" : page;
    }

    private String answered(SignedIn me, Question question, Model model, boolean passagesAlone) {
        question.check();
        if (!passagesAlone) {
            model.addAttribute("corpora", search.visible(me.person().role()));
            model.addAttribute("earlier", search.earlier(me.person().role()));
            model.addAttribute("languages", LANGUAGES);
        }
        model.addAttribute("words", question.words());
        model.addAttribute("isLong", question.words().split("\\s+").length > PassageQuery.MOST_WORDS);
        if (!question.words().isEmpty()) model.addAttribute("answer", search.ask(me.person().role(), question));
        return "evidence/search";
    }

    /// One click deeper: Lucene's own explanation.
    @PostMapping("/explanation")
    String explanation(@AuthenticationPrincipal SignedIn me, @ModelAttribute("question") Question question, @RequestParam("of") String corpus, @RequestParam String version,
            @RequestParam String document, @RequestParam int number, Model model) {
        model.addAttribute("explanation", search.explain(me.person().role(), question, new PassageId(corpus, version, document, Math.max(1, number)))
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "There is no such passage any more. Please search once more.")));
        return "evidence/search :: explanation";
    }
}
