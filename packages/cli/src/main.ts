#!/usr/bin/env node
import { runCommand } from "./program.ts";

// A reader that stops early (`chancery query … | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  // A full disk behind `> file` is nobody's bug.
  process.stderr.write(`chancery: standard output can't be written: ${error.message}\nMake room, or write elsewhere. [file.unwritable]\n`);
  process.exit(1);
});

process.exitCode = await runCommand(process.argv.slice(2));
