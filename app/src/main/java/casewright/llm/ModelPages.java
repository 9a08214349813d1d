package casewright.llm;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The administrator's view of the model: is it there, and which one is it.
@Controller
class ModelPages {

    private final ModelHost host;
    private final ModelSettings settings;

    ModelPages(ModelHost host, ModelSettings settings) {
        this.host = host;
        this.settings = settings;
    }

    @GetMapping("/admin/model")
    String show(Model model) {
        model.addAttribute("state", host.state());
        model.addAttribute("identity", host.identity());
        model.addAttribute("embedded", settings.isEmbedded());
        return "llm/model";
    }
}
