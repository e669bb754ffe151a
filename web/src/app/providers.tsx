import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { queryClient } from "~/api/query";
import { WordsProvider } from "~/words/words-provider";
import { router } from "./router";

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <WordsProvider>
        <RouterProvider router={router} />
      </WordsProvider>
    </QueryClientProvider>
  );
}
