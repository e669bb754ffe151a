import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { queryClient } from "~/api/query";
import { UiWordsProvider, type UiWords } from "~/ui/ui-words";
import { explain } from "~/words/explain";
import { words } from "~/words/words";
import { router } from "./router";

const uiWords: UiWords = { ...words.ui, explain };

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <UiWordsProvider value={uiWords}>
        <RouterProvider router={router} />
      </UiWordsProvider>
    </QueryClientProvider>
  );
}
