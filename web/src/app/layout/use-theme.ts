import { useSyncExternalStore } from "react";
import { currentTheme, onThemeChange, type Theme } from "~/lib/theme";

export function useTheme(): Theme {
  return useSyncExternalStore(onThemeChange, currentTheme);
}
