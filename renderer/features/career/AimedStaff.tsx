import { aimedStaff } from '../../../shared/domain/career/career-words';

/** 目指す職員像, in the policy's own words, at the head of every plan. */
export function AimedStaff() {
  return (
    <section
      aria-label={aimedStaff.title}
      className="rounded-12 border border-key-200 bg-key-50 p-5"
    >
      <h2 className="text-sm font-bold text-key-1000">{aimedStaff.title}</h2>
      <p className="mt-1 text-lg font-bold">{aimedStaff.ideal}</p>
      <dl className="mt-2 grid grid-cols-1 gap-x-6 gap-y-2 text-sm min-[1000px]:grid-cols-3">
        {aimedStaff.parts.map(({ name, text }) => (
          <div key={name}>
            <dt className="font-bold">{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
