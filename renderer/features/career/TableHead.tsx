/** How a cell of a table of people looks. */
export const cell = 'px-3 py-2 text-left align-baseline';

export function TableHead({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr className="border-b border-solid-gray-300">
        {names.map((name) => (
          <th key={name} scope="col" className={`${cell} font-normal text-solid-gray-700`}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
