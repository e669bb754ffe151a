/** Where the dashboard keeps a theme that was chosen by a click; the report page only reads it. */
export const themeKey = "bellbuoy.theme";
