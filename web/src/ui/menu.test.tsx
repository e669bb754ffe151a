import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { WordsProvider } from "~/words/words-provider";
import { Menu } from "./menu";

afterEach(cleanup);

function show(onChoose = vi.fn()) {
  render(
    <WordsProvider>
      <Menu
        name="Theme"
        items={[
          { id: "light", label: "Light", onChoose },
          { id: "dark", label: "Dark", onChoose },
        ]}
        trigger={(props) => (
          <button type="button" {...props}>
            {props["aria-haspopup"]}
          </button>
        )}
      />
    </WordsProvider>,
  );
  return { trigger: screen.getByRole("button"), onChoose };
}

test("opens on its trigger, with the focus on the first item", () => {
  const { trigger } = show();
  expect(trigger.getAttribute("aria-expanded")).toBe("false");
  fireEvent.click(trigger);
  expect(trigger.getAttribute("aria-expanded")).toBe("true");
  expect(document.activeElement).toBe(screen.getByRole("menuitem", { name: "Light" }));
});

test("arrows go round and letters jump", () => {
  const { trigger } = show();
  fireEvent.click(trigger);
  const menu = screen.getByRole("menu");
  fireEvent.keyDown(menu, { key: "ArrowUp" });
  expect(document.activeElement?.textContent).toBe("Dark");
  fireEvent.keyDown(menu, { key: "l" });
  expect(document.activeElement?.textContent).toBe("Light");
});

test("Escape closes it and gives the focus back", () => {
  const { trigger } = show();
  fireEvent.click(trigger);
  fireEvent.keyDown(screen.getByRole("menu"), { key: "Escape" });
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(trigger);
});

test("choosing closes the menu first", () => {
  const { trigger, onChoose } = show();
  fireEvent.click(trigger);
  fireEvent.click(screen.getByRole("menuitem", { name: "Dark" }));
  expect(onChoose).toHaveBeenCalledOnce();
  expect(screen.queryByRole("menu")).toBeNull();
});
