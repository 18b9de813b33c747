import { Badge } from '../../ui/Badge';
import { gapWords } from './desk-words';

type RatingWithGapProps = {
  rating: string | null;
  gap: number | null;
  /** Whether I may read this column now. */
  readable: boolean;
};

/** A rating, marked in words and by a sign where it differs from the person's own. */
export function RatingWithGap({ rating, gap, readable }: RatingWithGapProps) {
  if (!readable) return <span className="text-sm text-solid-gray-700">見られません</span>;
  const words = gapWords(gap);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className={rating === null ? 'text-solid-gray-700' : 'font-bold'}>
        {rating ?? '未記入'}
      </span>
      {words !== null && <Badge tone="warning">{words}</Badge>}
    </span>
  );
}
