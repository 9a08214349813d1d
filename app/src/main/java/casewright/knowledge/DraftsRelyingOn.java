package casewright.knowledge;

import java.util.List;

/// Knows which drafts rest on a version.
public interface DraftsRelyingOn {

    /// Numbers of the cases, in their order; empty when none does.
    List<String> casesRelyingOn(String corpus, String version);
}
