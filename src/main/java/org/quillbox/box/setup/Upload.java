package org.quillbox.box.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quillbox.base.http.BodySizes;
import org.quillbox.base.http.Form;
import org.quillbox.base.http.Inbound;
import org.quillbox.base.kernel.Problem;

/** One form with a file in it, being received. Its fields are known even when the file is refused. */
final class Upload {
  private final ImportFolder folder;
  private final Predicate<Form> wanted;
  private Form fields = Form.of(Map.of());
  private @Nullable Path file;
  private @Nullable Problem refused;

  /**
   * @param wanted whether a file is kept, by the fields that stand before it; otherwise it is read past
   */
  private Upload(ImportFolder folder, Predicate<Form> wanted) {
    this.folder = folder;
    this.wanted = wanted;
  }

  static Upload receive(Inbound in, ImportFolder folder, Predicate<Form> wanted) {
    Upload upload = new Upload(folder, wanted);
    try {
      upload.fields = in.form(BodySizes.FORM, folder.room(), upload::take);
    } catch (Problem.TooLarge | Problem.Unavailable problem) {
      upload.refused = problem;
    } catch (RuntimeException e) {
      upload.drop();
      throw e;
    }
    return upload;
  }

  private void take(Form.FileField field, InputStream bytes, Form soFar) throws IOException {
    fields = soFar;
    if (!field.fileName().isEmpty() && file == null && wanted.test(soFar)) {
      file = folder.keep(bytes);
    }
  }

  Form fields() {
    return fields;
  }

  @Nullable Path file() {
    return file;
  }

  /** The file, for somebody who takes it away when it was used; it is no longer ours to drop. */
  @Nullable Path handOver() {
    Path kept = file;
    file = null;
    return kept;
  }

  /** Why the file could not be taken; null when it could, or when there was none. */
  @Nullable Problem refused() {
    return refused;
  }

  void drop() {
    Path kept = file;
    if (kept != null) {
      ImportFolder.drop(kept);
      file = null;
    }
  }
}
