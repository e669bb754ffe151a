import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOf } from "./keeping";
import { words } from "./words";

const folder = join(import.meta.dirname, "../..");
const page = readFileSync(join(folder, "verify.html"), "utf8").replace(/\s+/g, " ");

describe("the page before its script", () => {
  it("says what else one can do without a script", () => {
    const still = /<noscript>(.*)<\/noscript>/.exec(page)?.[1] ?? "";
    for (const way of ["Another browser", "/api/v1/certificates/", "Open Badges 3.0"]) {
      expect(still).toContain(way);
    }
    expect(page).toContain(`<h1>${words.heading}</h1>`);
    expect(page).toContain(`<b>${words.demo.title}</b> ${words.demo.detail}`);
    expect(page).toContain(`<title>${words.title}</title>`);
  });

  it("brings nothing inline and nothing from elsewhere", () => {
    expect(page).not.toMatch(/<style|style=|https?:|<script(?![^>]*src=)| on\w+=/);
    expect(page).toContain('name="bellbuoy-mode" content="__BELLBUOY_MODE__"');
  });
});

describe("what is kept", () => {
  it("are the files that the built page names, each once", () => {
    const built = `<link rel="icon" href="/mark.svg"><script src="/assets/verify-a_1.js"></script>
      <link rel="stylesheet" href="/assets/verify-B-2.css"><a href="/report">r</a><img src="/assets/verify-a_1.js">`;
    expect(filesOf(built)).toEqual(["/mark.svg", "/assets/verify-a_1.js", "/assets/verify-B-2.css"]);
  });

  it("is named alike in the page and in its worker", () => {
    const worker = readFileSync(join(folder, "public/verify-worker.js"), "utf8");
    const keeping = readFileSync(join(import.meta.dirname, "keeping.ts"), "utf8");
    for (const name of ['"/verify"', '"bellbuoy-verify-page"']) {
      expect(worker).toContain(name);
      expect(keeping).toContain(name);
    }
  });
});
