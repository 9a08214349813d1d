package casewright.database;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// What the failure of an access to the database means to the person who waits for it: the database is away, or its disk is full.
public final class DatabaseFailure {

    /// PostgreSQL 18, appendix A: disk_full.
    private static final String DISK_FULL = "53100";
    private static final String AWAY = "The service is waiting for its database, which does not answer. Nothing was changed and nothing is lost. "
            + "Please try again in a minute; if it stays away, tell your administrator.";
    private static final String FULL = "The disk of the database is full. Nothing was changed and nothing that was kept is lost. "
            + "Please tell your administrator, and try again when there is space.";

    private DatabaseFailure() {
    }

    /// @return what to tell; empty when the failure is another one, such as a statement that is wrong
    public static Optional<String> toldOf(Throwable failure) {
        boolean away = false;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) return Optional.of(FULL);
            away |= isAway(cause);
        }
        return away ? Optional.of(AWAY) : Optional.empty();
    }

    private static boolean isAway(Throwable cause) {
        return cause instanceof TransientDataAccessException || cause instanceof NonTransientDataAccessResourceException || cause instanceof RecoverableDataAccessException
                || cause instanceof CannotCreateTransactionException || cause instanceof TransactionSystemException;
    }
}
