package org.quillbox.base.http;

import java.io.IOException;
import org.quillbox.base.kernel.Problem;

/** Carries a problem through the layers that only know failed reads. */
final class BodyRefused extends IOException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  BodyRefused(Problem problem) {
    super(problem.getMessage());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
