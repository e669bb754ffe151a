import { drawnTheme } from "~/lib/theme";
import { Button } from "~/ui/button";
import { Menu } from "~/ui/menu";
import { words } from "~/words/words";
import { themeItems } from "./theme-items";
import { useTheme } from "./use-theme";

export function ThemeMenu() {
  const theme = useTheme();
  return (
    <Menu
      name={words.frame.theme.name}
      items={themeItems(theme)}
      trigger={(props) => (
        <Button look="plain" className="wide" {...props}>
          {words.frame.theme.current(words.frame.theme[drawnTheme()])}
        </Button>
      )}
    />
  );
}
