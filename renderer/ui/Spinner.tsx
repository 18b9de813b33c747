type SpinnerProps = { label: string };

/** Appears only after a moment, so that short work does not flicker. */
export function Spinner({ label }: SpinnerProps) {
  return (
    <p
      role="status"
      className="animate-[appear_0s_linear_0.4s_both] p-6 text-center text-sm text-solid-gray-700"
    >
      {label}
    </p>
  );
}
