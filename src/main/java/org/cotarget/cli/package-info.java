/**
 * The command line: one class a command, each returning an exit code and printing through the
 * streams it is given. Only here is anything printed, logging set up, or the process ended.
 */
@NullMarked
package org.cotarget.cli;

import org.jspecify.annotations.NullMarked;
