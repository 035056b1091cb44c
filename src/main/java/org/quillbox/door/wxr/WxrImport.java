package org.quillbox.door.wxr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.quillbox.base.kernel.Actor;
import org.quillbox.base.kernel.Capability;
import org.quillbox.base.kernel.Problem;
import org.quillbox.base.store.Db;
import org.quillbox.site.comments.Comments;
import org.quillbox.site.content.Imports;
import org.quillbox.site.people.People;
import org.quillbox.site.settings.Settings;
import org.quillbox.site.taxonomy.Terms;

/**
 * Brings a site out of a WordPress export. The file is read once through before anything is written, so a broken
 * one changes nothing; then people, terms and items are taken, fifty items a transaction, each with the position
 * reached. A run that was stopped anywhere is continued by running it again; a run over what is here already
 * changes nothing. Source: contract section 27, plugin map rules 7, 9 and 10.
 *
 * <p>One import at a time; {@link #run} belongs to one thread.
 */
public final class WxrImport {
  /** How often the file is read from its start, to tell how far it is. */
  private static final int READ_AHEAD = 1 << 16;

  private final Db db;
  private final People people;
  private final Terms terms;
  private final Imports imports;
  private final Comments comments;
  private final Settings settings;
  private final Path mediaDir;
  private final Clock clock;

  public WxrImport(
      Db db,
      People people,
      Terms terms,
      Imports imports,
      Comments comments,
      Settings settings,
      Path mediaDir,
      Clock clock) {
    this.db = db;
    this.people = people;
    this.terms = terms;
    this.imports = imports;
    this.comments = comments;
    this.settings = settings;
    this.mediaDir = mediaDir;
    this.clock = clock;
  }

  /**
   * What the owner adds to the file.
   *
   * @param uploads a copy of {@code wp-content/uploads}; without one the files of attachments are listed as
   *     missing, and a later run with it brings them
   * @param hadMembers everything with an address arrives private
   */
  public record Options(Optional<Path> uploads, boolean hadMembers) {
    public static final Options NONE = new Options(Optional.empty(), false);
  }

  /** Told how far the run is, in the thread of the run, after each transaction. */
  @FunctionalInterface
  public interface Progress {
    Progress NONE = (done, total) -> {};

    /** So many items of all are done. */
    void at(long done, long total);
  }

  /**
   * Runs an import to its end.
   *
   * @throws Problem.Invalid when the file is no export or is broken (nothing was written; see {@link WxrReader}),
   *     or the folder of uploads cannot be read
   * @throws Problem.Unavailable when the disk is full; what was taken stays, the next run goes on there
   */
  public ImportReport run(Actor by, Path file, Options options, Progress progress) {
    by.require(Capability.IMPORT);
    Optional<AttachmentFiles> uploads = options.uploads().map(AttachmentFiles::in);
    Visibility visibility = new Visibility();
    MessageDigest digest = sha256();
    WxrSurvey survey =
        WxrSurvey.of(new DigestInputStream(open(file), digest), name(file), visibility);
    ImportSource source = ImportSource.of(survey.site(), HexFormat.of().formatHex(digest.digest()));
    ImportRun run =
        new ImportRun(
            new ImportRun.Nouns(db, people, terms, imports, comments, settings),
            new MediaShelf(mediaDir, uploads),
            clock,
            survey,
            source,
            visibility,
            by,
            options.hadMembers(),
            progress);
    try (WxrReader reader = WxrReader.open(open(file), name(file))) {
      return run.all(reader);
    }
  }

  private static InputStream open(Path file) {
    try {
      return new java.io.BufferedInputStream(Files.newInputStream(file), READ_AHEAD);
    } catch (NoSuchFileException _) {
      throw new Problem.Invalid(
          "file", "There is no file " + file + ". Check the name and run it again.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
