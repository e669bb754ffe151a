export function BellMark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" fill="currentColor">
      <path
        fillRule="evenodd"
        d="M6 0h3v2h.6l2.9 9h-10l2.9-9H6zM7.5 4C6.3 4 5.7 4.9 5.7 6.2c0 1.2-.3 1.9-1 2.8h5.6c-.7-.9-1-1.6-1-2.8C9.3 4.9 8.7 4 7.5 4zm-.8 5.7a.8.8 0 0 0 1.6 0z"
      />
      <path d="M.5 12h14l-1.7 3.1a1.7 1.7 0 0 1-1.5.9H3.7a1.7 1.7 0 0 1-1.5-.9z" />
      <path d="M11.2.8c2.1 1.3 3.3 3.4 3.5 6h-1.5c-.2-2-1.1-3.6-2.8-4.7z" />
    </svg>
  );
}
