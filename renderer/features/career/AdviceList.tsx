import type { AdviceView } from '../../data/career-plan-queries';
import { Card } from '../../ui/Card';

/** 助言 of the 上司, as the person and 職員課 read it. */
export function AdviceList({ advice }: { advice: readonly AdviceView[] }) {
  return (
    <Card title="上司からの助言">
      <ul className="flex flex-col gap-3 text-sm">
        {advice
          .filter(({ note }) => note.text.trim() !== '')
          .map(({ note, writerName }) => (
            <li key={note.id}>
              <p className="font-bold">{writerName}</p>
              <p className="whitespace-pre-wrap">{note.text}</p>
            </li>
          ))}
      </ul>
    </Card>
  );
}
