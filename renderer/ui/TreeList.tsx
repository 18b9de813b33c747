import {
  Button,
  Collection,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';
import { classNames } from './class-names';
import { Icon } from './Icon';

export type TreeListNode = { id: string; name: string; note: string; children: TreeListNode[] };

type TreeListProps = {
  label: string;
  nodes: readonly TreeListNode[];
  selected: string | null;
  onSelect: (id: string) => void;
  expanded: ReadonlySet<string>;
  onExpand: (expanded: ReadonlySet<string>) => void;
  className?: string;
};

const ROW_HEIGHT = 36;
/** Room for the ring of the keyboard. */
const PADDING = 6;

/**
 * Things inside things, one of which is chosen. Up and down go from one to the next, right and
 * left open and close, Enter chooses, and letters lead to a name. Only what is seen is drawn.
 */
export function TreeList({
  label,
  nodes,
  selected,
  onSelect,
  expanded,
  onExpand,
  className,
}: TreeListProps) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW_HEIGHT, padding: PADDING }}>
      <Tree
        aria-label={label}
        items={nodes}
        selectionMode="single"
        // The arrows only go from name to name; what is chosen stays until Enter.
        selectionBehavior="toggle"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) onSelect(String(key));
        }}
        expandedKeys={expanded}
        onExpandedChange={(keys) => onExpand(new Set([...keys].map(String)))}
        renderEmptyState={() => <p className="p-3 text-sm">見つかりません</p>}
        className={classNames('overflow-auto outline-none', className)}
      >
        {drawNode}
      </Tree>
    </Virtualizer>
  );
}

function drawNode(node: TreeListNode) {
  return (
    <TreeItem
      id={node.id}
      textValue={node.name}
      className="focus-ring cursor-pointer rounded-6 px-1 text-sm outline-none hover:bg-key-50 data-selected:bg-key-100 data-selected:font-bold"
    >
      <TreeItemContent>
        {({ level, hasChildItems, isExpanded }) => (
          <div
            className="flex h-9 items-center gap-1"
            style={{ paddingInlineStart: `${(level - 1) * 1.25}rem` }}
          >
            {hasChildItems ? (
              <Button
                slot="chevron"
                className="focus-ring flex size-7 shrink-0 cursor-pointer items-center justify-center rounded-4"
              >
                <Icon name="chevron" className={isExpanded ? 'size-4 rotate-90' : 'size-4'} />
              </Button>
            ) : (
              <span className="w-7 shrink-0" />
            )}
            <span className="min-w-0 grow truncate">{node.name}</span>
            <span className="shrink-0 pr-1 text-xs font-normal text-solid-gray-700">
              {node.note}
            </span>
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{drawNode}</Collection>
    </TreeItem>
  );
}
