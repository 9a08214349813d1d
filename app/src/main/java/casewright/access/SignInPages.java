package casewright.access;

import casewright.refusal.RefusedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The sign-in page and a person's own password.
@Controller
class SignInPages {

    private final People people;
    private final SignInSettings settings;

    SignInPages(People people, SignInSettings settings) {
        this.people = people;
        this.settings = settings;
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        model.addAttribute("longestWaitMinutes", settings.within().toMinutes());
        return "access/sign-in";
    }

    @GetMapping("/password")
    String password() {
        return "access/password";
    }

    @PostMapping("/password")
    String changePassword(@AuthenticationPrincipal SignedIn me, @RequestParam String present, @RequestParam String wanted, @RequestParam String again, Model model) {
        try {
            if (!wanted.equals(again)) throw new RefusedException(RefusedException.Reason.INVALID, "The two new passwords differ; nothing was changed.");
            people.changeOwnPassword(me.person(), present, wanted);
            return "redirect:/sign-in?changed";
        } catch (RefusedException e) {
            model.addAttribute("refusal", e.text());
            return "access/password";
        }
    }
}
