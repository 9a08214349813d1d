package casewright.access;

import casewright.audit.Action;
import casewright.refusal.RefusedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The administrator's list of people. A fresh password is in the answer to the request that made it and nowhere else.
@Controller
@RequestMapping("/admin/people")
class PeoplePages {

    private final People people;
    private final SignInThrottle throttle;

    PeoplePages(People people, SignInThrottle throttle) {
        this.people = people;
        this.throttle = throttle;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("people", people.all());
        model.addAttribute("roles", Role.values());
        return "access/people";
    }

    @PostMapping
    String add(@AuthenticationPrincipal SignedIn me, @RequestParam String signIn, @RequestParam String name, @RequestParam Role role, Model model) {
        try {
            String password = people.add(signIn, name, role, Action.by(me.person().name(), me.person().id(), "person added"));
            model.addAttribute("newPassword", password);
            model.addAttribute("newPasswordOf", signIn.strip());
        } catch (RefusedException e) {
            model.addAttribute("refusal", e.text());
            model.addAttribute("signIn", signIn);
            model.addAttribute("name", name);
        }
        return list(model);
    }

    @PostMapping("/{id}/enabled")
    String setEnabled(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam boolean enabled, Model model) {
        try {
            people.setEnabled(id, enabled, me.person());
        } catch (RefusedException e) {
            model.addAttribute("refusal", e.text());
        }
        return list(model);
    }

    @PostMapping("/{id}/password")
    String resetPassword(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
        String password = people.resetPassword(id, me.person());
        String signIn = people.find(id).map(Person::signIn).orElse("");
        throttle.forget(signIn);
        model.addAttribute("newPassword", password);
        model.addAttribute("newPasswordOf", signIn);
        return list(model);
    }
}
