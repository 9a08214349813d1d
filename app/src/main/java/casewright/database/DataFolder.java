package casewright.database;

import casewright.refusal.RefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where a single machine keeps everything: database, indexes, logs. One service at a time holds it by a file lock.
@Component
public class DataFolder implements DisposableBean {

    private final Path root;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    public DataFolder(@Value("${casewright.data:data}") Path root) {
        this.root = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.root);
        } catch (IOException e) {
            throw new RefusedException(RefusedException.Reason.INVALID,
                    "The data folder " + this.root + " cannot be created: is the disk full or read-only? Name a folder that may be written with --data.");
        }
    }

    public Path root() {
        return root;
    }

    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new RefusedException(RefusedException.Reason.INVALID, "The folder " + root.resolve(name) + " cannot be created: is the disk full or read-only?");
        }
    }

    /// Takes the folder for this process, or refuses because another service has it. @return false when another process holds it
    public synchronized boolean tryHold() {
        if (lock != null) return true;
        try {
            channel = FileChannel.open(root.resolve("service.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new RefusedException(RefusedException.Reason.INVALID,
                    "The data folder " + root + " cannot be written: is the disk full or read-only, or does it belong to somebody else? Nothing was changed.");
        }
    }

    @Override
    public synchronized void destroy() throws IOException {
        if (lock != null) lock.release();
        if (channel != null) channel.close();
        lock = null;
    }
}
