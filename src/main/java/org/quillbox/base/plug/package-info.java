/**
 * What a room hands up to the roof, and nothing else: commands, jobs, checks, screens and resources. A room's
 * module lists its plugs; {@code app} connects them to the command line, the scheduler, the doctor and the
 * HTTP bridge. (A follower of the change feed is the store's own type.) Decides nothing, owns no table.
 *
 * <p>The command line is parsed before a data directory is opened, so that {@code --help} needs none: a
 * command takes a supplier of its service, never the service.
 */
@NullMarked
package org.quillbox.base.plug;

import org.jspecify.annotations.NullMarked;
