package casewright.llm;

/// @param digest SHA-256 of the weights, or empty for a server that does not tell
/// @param where  the address that is asked, or "this machine" for the embedded server
public record ModelIdentity(String name, String digest, String where) {
}
