/** What the server writes into the served page instead of answering one more request. */

function meta(name: string): string {
  const content = document.querySelector(`meta[name="${name}"]`)?.getAttribute("content") ?? "";
  return content.startsWith("__") ? "" : content;
}

export interface Site {
  readonly demo: boolean;
  /** Empty where no telephone is staffed. */
  readonly dutyDesk: string;
}

export function readSite(): Site {
  return { demo: meta("bellbuoy-mode") === "demo", dutyDesk: meta("bellbuoy-duty-desk").trim() };
}

/** Sealing needs WebCrypto, which browsers keep from pages without https. */
export function canSeal(): boolean {
  return (
    globalThis.isSecureContext &&
    typeof ReadableStream === "function" &&
    typeof TransformStream === "function"
  );
}
