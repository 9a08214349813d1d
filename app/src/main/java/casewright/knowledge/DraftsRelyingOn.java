package casewright.knowledge;

import java.util.List;

/// Knows which drafts were looked up in a version.
public interface DraftsRelyingOn {

    /// Numbers of the cases, in their order; empty when none does.
    List<String> casesRelyingOn(String corpus, String version);
}
