/**
 * What the machine is told before the site opens: the keys and where each value came from ({@link
 * org.quillbox.base.config.Config}), the data directory with its lock ({@link
 * org.quillbox.base.config.DataDir}) and the master key ({@link org.quillbox.base.config.Secrets}). Settings
 * of the site are not here: they are rows, and belong to {@code site.settings}. Owns no table.
 */
@NullMarked
package org.quillbox.base.config;

import org.jspecify.annotations.NullMarked;
