/** Leaving the page: a slip is asked about while answers would be lost with it; the quick exit never is. */

const CALL_MS = 1_000;

/** Whether the browser asks before the page goes. A value given back asks in old browsers too. */
export function askBeforeLeaving(asks: boolean): void {
  window.onbeforeunload = asks ? () => true : null;
}

/** A telephone link does not end the page, but browsers ask as if it did: no question may hold up the call. */
export function callAtOnce(link: HTMLAnchorElement): HTMLAnchorElement {
  link.addEventListener("click", () => {
    const asking = window.onbeforeunload;
    askBeforeLeaving(false);
    setTimeout(() => {
      window.onbeforeunload ??= asking;
    }, CALL_MS);
  });
  return link;
}

/** Quick exit: the page is emptied first, so that a slow navigation shows nothing, and Back does not return to it. */
export function leaveNow(): void {
  askBeforeLeaving(false);
  document.documentElement.replaceChildren();
  location.replace("about:blank");
}
