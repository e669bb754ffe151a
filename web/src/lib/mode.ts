/** Written into the page by the server. A demo holds invented people and says so on every page. */
export const demo = document.querySelector<HTMLMetaElement>('meta[name="bellbuoy-mode"]')?.content === "demo";
