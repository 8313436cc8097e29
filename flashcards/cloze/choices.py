"""Words of direction and degree that come in pairs, so that a gap can offer both."""

from __future__ import annotations

_PAIRS = """
higher/lower high/low larger/smaller large/small bigger/smaller longer/shorter
increase/decrease increases/decreases increased/decreased increasing/decreasing faster/slower
fast/slow better/worse stronger/weaker strong/weak easier/harder cheaper/costlier maximum/minimum
maximize/minimize maximizes/minimizes maximise/minimise best/worst
positive/negative static/dynamic local/global internal/external synchronous/asynchronous
mutable/immutable linear/non-linear deterministic/non-deterministic upper/lower explicit/implicit
explicitly/implicitly direct/indirect directly/indirectly active/passive public/private
supervised/unsupervised sparse/dense convex/concave discrete/continuous horizontal/vertical
horizontally/vertically ascending/descending ordered/unordered physical/logical hot/cold warm/cool
wet/dry loose/tight shallow/deep narrow/wide thick/thin heavy/light
centralized/decentralized centralised/decentralised symmetric/asymmetric stateful/stateless
greater/smaller sequential/parallel sequentially/parallel short-term/long-term
lowest/highest largest/smallest longest/shortest reduces/increases reduce/increase
positively/negatively row/column relative/absolute
"""
CHOICES: dict[str, str] = {}
"""From a word to the two on offer, in a fixed order: `less` to `more or less`."""
for _pair in _PAIRS.split():
    _one, _other = _pair.split("/")
    for _word in (_one, _other):
        CHOICES.setdefault(_word, f"{_one} or {_other}")
