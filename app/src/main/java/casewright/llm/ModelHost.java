package casewright.llm;

import casewright.refusal.UnavailableException;

/// What stands behind the one way to a model: the embedded server or the company's.
interface ModelHost {

    /// May wait while the model is being loaded, for a bounded time.
    ///
    /// @throws UnavailableException when there is nothing to ask, with the reason
    ModelEndpoint endpoint();

    ModelState state();

    ModelIdentity identity();
}
