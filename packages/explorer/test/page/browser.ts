import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { type ExplorerOptions, type ExplorerRecord, renderExplorer } from "../../src/index.ts";

const CANDIDATES = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The system's Chromium; tests that need one are skipped without. */
export const chromiumPath: string | undefined = CANDIDATES.find((path) => path !== undefined && existsSync(path));
if (chromiumPath === undefined)
  console.log("› No Chromium here (CHROMIUM=/path/to/it, or apt install chromium): tests of the page in a browser are skipped.");

/** Makes the page of the sources; quick when it is up to date. */
export function buildPage(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../scripts/build-page.mjs", import.meta.url))], { stdio: "inherit" });
}

/** A browser with pages that are watched: what they log, throw, violate and request. */
export interface Watched {
  readonly page: Page;
  /** Errors and warnings of the console, exceptions, violations of the policy. Notes of the graphics driver are none of these. */
  readonly faults: string[];
  /** Addresses asked for besides the file itself. */
  readonly requests: string[];
  /** Calls of `alert`, `confirm`, `prompt` and of the hook that attacks aim at. */
  readonly executions: string[];
}

export class Bench {
  readonly folder: string = mkdtempSync(join(tmpdir(), "chancery-page-"));
  #browser: Browser | undefined;

  async start(): Promise<void> {
    this.#browser = await chromium.launch({
      executablePath: chromiumPath!,
      headless: true,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Writes the page to disk and returns its address. */
  write(name: string, records: Iterable<ExplorerRecord>, options: ExplorerOptions = {}): string {
    const path = join(this.folder, `${name}.html`);
    writeFileSync(path, renderExplorer(records, options));
    return pathToFileURL(path).href;
  }

  async open(address: string, options: BrowserContextOptions = {}): Promise<Watched> {
    const context = await this.#browser!.newContext({ viewport: { width: 1280, height: 860 }, ...options });
    const page = await context.newPage();
    const watched: Watched = { page, faults: [], requests: [], executions: [] };
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()) && !message.text().includes("GL Driver Message"))
        watched.faults.push(message.text());
    });
    page.on("pageerror", (error) => watched.faults.push(String(error)));
    page.on("dialog", (dialog) => {
      watched.executions.push(dialog.message());
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      const url = request.url();
      if (url.split("#")[0] !== address.split("#")[0] && !/^(?:data|blob):/.test(url)) watched.requests.push(url);
    });
    await page.exposeFunction("attacked", (what: string) => watched.executions.push(String(what)));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    await page.goto(address);
    return watched;
  }
}
