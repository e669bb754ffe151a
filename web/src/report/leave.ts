/** Quick exit: the page is emptied first, so that a slow navigation shows nothing, and Back does not return to it. */
export function leaveNow(): void {
  document.documentElement.replaceChildren();
  location.replace("about:blank");
}
