package casewright;

import casewright.cases.Cases;
import casewright.database.DatabaseFailure;
import casewright.intake.Documents;
import casewright.intake.IntakeSettings;
import casewright.refusal.RefusedException;
import casewright.refusal.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/// Every failure of a request ends here, once: a page for a browser, a line for a part of a page, problem+json for a program. What is shown never
/// holds text of a document; what is logged is type and place.
@ControllerAdvice
class ErrorPages {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    private static final String NOT_UNDERSTOOD = "The request could not be understood. Nothing was changed.";
    private static final String NOTHING_HERE = "There is nothing at this address.";

    private final String limits;

    /// @param largestRequest of Tomcat and Spring: all files of one upload together
    ErrorPages(IntakeSettings intake, @Value("${spring.servlet.multipart.max-request-size}") DataSize largestRequest) {
        limits = intake.largestFile() + " a file (setting casewright.intake.largest-file-bytes) and "
                + largestRequest.toBytes() / 1_000_000 + " MB at once (setting spring.servlet.multipart.max-request-size)";
    }

    @ExceptionHandler
    Object refused(RefusedException e, HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = switch (e.reason()) {
            case INVALID, UNREADABLE, LOCKED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
        };
        return answer(status, e.text(), Map.of(), request, response);
    }

    @ExceptionHandler
    Object unavailable(UnavailableException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, e.text(), Map.of(), request, response);
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "The upload is larger than the service takes: " + limits + ". Nothing was kept. Please upload fewer or smaller files.", Map.of(),
                request, response);
    }

    /// An upload waits in a file until it is whole: a full disk there looks like an upload that cannot be understood.
    @ExceptionHandler
    Object uploadBroken(MultipartException e, HttpServletRequest request, HttpServletResponse response) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && String.valueOf(cause.getMessage()).matches("(?is).*(no space left|quota exceeded|file too large).*")) {
                log.error("An upload could not be written to {}: the disk is full", System.getProperty("java.io.tmpdir"));
                return answer(HttpStatus.SERVICE_UNAVAILABLE, "The disk of the service is full. Nothing was kept. Please tell your administrator, and try again when there is space.", Map.of(),
                        request, response);
            }
        }
        return answer(HttpStatus.BAD_REQUEST, NOT_UNDERSTOOD, Map.of(), request, response);
    }

    @ExceptionHandler
    Object notValid(MethodArgumentNotValidException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(HttpStatus.BAD_REQUEST, "Some fields are not right.", fields(e), request, response);
    }

    @ExceptionHandler
    Object partMissing(MissingServletRequestPartException e, HttpServletRequest request, HttpServletResponse response) {
        return missing(e.getRequestPartName(), request, response);
    }

    @ExceptionHandler
    Object valueMissing(MissingServletRequestParameterException e, HttpServletRequest request, HttpServletResponse response) {
        return missing(e.getParameterName(), request, response);
    }

    private static Object missing(String name, HttpServletRequest request, HttpServletResponse response) {
        return answer(HttpStatus.BAD_REQUEST, "The request has no '" + name + "'. Nothing was changed. Please send it again with '" + name + "'.", Map.of(), request, response);
    }

    /// In the address a number that is none names nothing that is here.
    @ExceptionHandler
    Object mistyped(MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response) {
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) return answer(HttpStatus.NOT_FOUND, nothingAt(request.getRequestURI()), Map.of(), request, response);
        return answer(HttpStatus.BAD_REQUEST, "The value of '" + e.getName() + "' could not be understood. Nothing was changed. Numbers are written like 12, dates like 2025-03-04.", Map.of(), request, response);
    }

    private static String nothingAt(String address) {
        if (address.contains("/documents/")) return Documents.NO_SUCH_DOCUMENT;
        return address.contains("/cases/") ? Cases.NO_SUCH_CASE : NOTHING_HERE;
    }

    @ExceptionHandler
    Object malformed(HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(HttpStatus.BAD_REQUEST, NOT_UNDERSTOOD, Map.of(), request, response);
    }

    @ExceptionHandler
    Object other(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (e instanceof org.springframework.security.core.AuthenticationException || e instanceof org.springframework.security.access.AccessDeniedException) throw e;
        Optional<String> database = DatabaseFailure.toldOf(e);
        if (database.isPresent()) {
            log.warn("A request could not use the database: {}", e.getClass().getSimpleName());
            return answer(HttpStatus.SERVICE_UNAVAILABLE, database.get(), Map.of(), request, response);
        }
        if (e instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(status, status == HttpStatus.NOT_FOUND ? NOTHING_HERE : NOT_UNDERSTOOD, Map.of(), request, response);
        }
        StackTraceElement where = e.getStackTrace().length > 0 ? e.getStackTrace()[0] : null;
        log.error("A request to {} failed: {} at {}", request.getRequestURI(), e.getClass().getName(), where);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "The service made a mistake. Nothing was changed. If it comes back, tell your administrator the time.", Map.of(), request, response);
    }

    private static Map<String, Object> fields(BindException e) {
        Map<String, Object> fields = new LinkedHashMap<>();
        e.getFieldErrors().forEach(error -> fields.put(error.getField(), String.valueOf(error.getDefaultMessage())));
        return fields;
    }

    private static Object answer(HttpStatus status, String text, Map<String, Object> fields, HttpServletRequest request, HttpServletResponse response) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE) response.setHeader("Retry-After", "30");
        if (request.getRequestURI().startsWith("/api/")) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text);
            if (!fields.isEmpty()) problem.setProperty("fields", fields);
            return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
        }
        boolean partOfPage = request.getHeader("HX-Request") != null;
        ModelAndView page = new ModelAndView(partOfPage ? "fragments/message" : "error", Map.of("status", status.value(), "text", text));
        page.setStatus(status);
        return page;
    }
}
