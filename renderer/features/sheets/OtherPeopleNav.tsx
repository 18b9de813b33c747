import { Button } from '../../ui/Button';
import type { OtherPeople } from './use-other-people';

/** The sheets of the people before and after, without the way back to the list. */
export function OtherPeopleNav({ others }: { others: OtherPeople }) {
  const { number, count, goTo } = others;
  return (
    <nav aria-label="ほかの人のシート" className="flex items-center gap-1">
      <Button
        look="quiet"
        size="small"
        className="px-2!"
        isDisabled={number === 1}
        onPress={() => goTo(-1)}
      >
        前の人
      </Button>
      <span className="text-sm whitespace-nowrap text-solid-gray-700">
        {number} ／ {count} 人
      </span>
      <Button
        look="quiet"
        size="small"
        className="px-2!"
        isDisabled={number === count}
        onPress={() => goTo(1)}
      >
        次の人
      </Button>
    </nav>
  );
}
