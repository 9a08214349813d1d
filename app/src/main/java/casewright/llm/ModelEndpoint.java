package casewright.llm;

/// Where the next question goes.
///
/// @param baseUrl up to and with `/v1`, no slash at the end
record ModelEndpoint(String baseUrl, String key) {

    ModelEndpoint {
        while (baseUrl.endsWith("/")) baseUrl = baseUrl.substring(0, baseUrl.length() - 1);
    }

    /// Never prints the key.
    @Override
    public String toString() {
        return baseUrl;
    }
}
