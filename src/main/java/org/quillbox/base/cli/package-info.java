/**
 * The command line: parses what was typed against the commands the rooms hand up, prints text, tables or JSON,
 * and turns every ending into one line and an exit code. Never shows a stack trace. Knows no command itself,
 * owns no table.
 */
@NullMarked
package org.quillbox.base.cli;

import org.jspecify.annotations.NullMarked;
