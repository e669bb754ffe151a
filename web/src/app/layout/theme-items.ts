import { chooseTheme, themes, type Theme } from "~/lib/theme";
import type { MenuItem } from "~/ui/menu";
import { words } from "~/words/words";

export function themeItems(current: Theme): MenuItem[] {
  return themes.map((theme) => ({
    id: theme,
    label: words.frame.theme[theme],
    current: theme === current,
    onChoose: () => chooseTheme(theme),
  }));
}

/** The same, inside another menu on a phone. */
export function phoneThemeItems(current: Theme): MenuItem[] {
  return themeItems(current).map((item, at) => ({
    ...item,
    label: words.frame.theme.current(item.label),
    phone: true,
    breaks: at === 0,
  }));
}
