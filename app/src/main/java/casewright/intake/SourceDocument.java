package casewright.intake;

import java.time.Instant;

/// A file as it came. The bytes stay in the store; their SHA-256 is their identity.
///
/// @param fileName as the user named it, without path parts
public record SourceDocument(long id, String sha256, String fileName, String mediaType, long lengthBytes, String uploadedBy, Instant uploadedAt) {

    public boolean isPdf() {
        return mediaType.equals("application/pdf");
    }

    /// Files of its kind may open only with a password.
    public boolean mayBeLocked() {
        return isPdf() || mediaType.equals(FileKind.LOCKED_OFFICE.mediaType());
    }

    /// Its pages can be shown as they look, with words marked in them.
    public boolean isPainted() {
        return isPdf() || isImage();
    }

    public boolean isImage() {
        return mediaType.startsWith("image/");
    }

    /// It holds documents of the case and says nothing itself.
    public boolean isArchive() {
        return mediaType.equals(FileKind.ARCHIVE.mediaType());
    }

    /// Its bytes are a text that a browser can show.
    public boolean isPlainText() {
        return mediaType.equals("text/plain");
    }
}
