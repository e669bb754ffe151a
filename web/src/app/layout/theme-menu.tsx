import { useSyncExternalStore } from "react";
import { chooseTheme, currentTheme, drawnTheme, onThemeChange, themes } from "~/lib/theme";
import { Button } from "~/ui/button";
import { Menu } from "~/ui/menu";
import { words } from "~/words/words";

export function ThemeMenu() {
  const current = useSyncExternalStore(onThemeChange, currentTheme);
  return (
    <Menu
      name={words.frame.theme.name}
      items={themes.map((theme) => ({
        id: theme,
        label: words.frame.theme[theme],
        current: theme === current,
        onChoose: () => chooseTheme(theme),
      }))}
      trigger={(props) => (
        <Button look="plain" className="wide" {...props}>
          {words.frame.theme.current(words.frame.theme[drawnTheme()])}
        </Button>
      )}
    />
  );
}
