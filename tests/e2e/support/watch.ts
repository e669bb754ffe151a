/** Collects what no page may do, whatever it is tested for. */
import type { BrowserContext, Page } from "@playwright/test";

/** Chromium's echo of a refused request; the refusal itself is judged where the answer comes in. */
const echo = /^Failed to load resource: the server responded with a status of/;
const asked = new Set(["document", "fetch", "xhr"]);

/** Console errors, breaches of the content policy, foreign requests, missing files, server faults, dialogs. */
export function watch(context: BrowserContext, home: string, faults: string[]): void {
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && origin.replace(/^ws/, "http") !== home) {
      faults.push(`a request to another host: ${request.url()}`);
    }
  });
  context.on("response", (response) => {
    const [status, type] = [response.status(), response.request().resourceType()];
    if (status >= 500 || (status >= 400 && !asked.has(type)))
      faults.push(`${status} for ${type} ${response.url()}`);
  });
  const listen = (page: Page) => {
    page.on("pageerror", (error) => faults.push(`an uncaught error: ${error.message}`));
    page.on("dialog", (dialog) => {
      faults.push(`a dialog of the browser: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("console", (message) => {
      if (message.type() === "error" && !echo.test(message.text())) faults.push(`console: ${message.text()}`);
    });
  };
  context.pages().forEach(listen);
  context.on("page", listen);
}
