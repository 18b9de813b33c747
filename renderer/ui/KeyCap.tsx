/** One key of the keyboard, as it is printed on the key. */
export function KeyCap({ children }: { children: string }) {
  return (
    <kbd className="rounded-4 border border-solid-gray-300 bg-white px-1 font-sans">{children}</kbd>
  );
}
