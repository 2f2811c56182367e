using System.Collections.Immutable;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>What loggers keep: filters that are made for each call, and the records of a handler that has nobody to hand them to.</summary>
public sealed class LoggerKeepsTests
{
    private const string Memory = "import logging\nfrom logging.handlers import MemoryHandler\n";

    private const string Filter = "import logging\nclass Tag(logging.Filter):\n    pass\n";

    private const string OneFilter = "LOG = logging.getLogger('a')\ndef serve(requests):\n    for request in requests:\n        LOG.addFilter(Tag(request.name))\n";

    [Theory]
    [InlineData(FindingLevel.Warning, Memory + "class Page:\n    def __init__(self, log):\n        self.kept = MemoryHandler(400)\n        log.addHandler(self.kept)\n    def text(self):\n        return len(self.kept.buffer)\n")]
    [InlineData(FindingLevel.Note, Memory + "def begin(log):\n    log.addHandler(MemoryHandler(400, flushLevel=logging.ERROR, target=None))\n")]
    [InlineData(null, Memory + "def begin(log, file):\n    log.addHandler(MemoryHandler(400, logging.ERROR, file))\n")]
    [InlineData(null, Memory + "def begin(log, options):\n    log.addHandler(MemoryHandler(400, **options))\n")]
    [InlineData(null, Memory + "def begin(log):\n    kept = MemoryHandler(400)\n    log.addHandler(kept)\n    return kept\ndef end(kept, file):\n    kept.setTarget(file)\n")]
    [InlineData(null, Memory + "def begin(log):\n    kept = MemoryHandler(400)\n    log.addHandler(kept)\n    yield kept\n    log.removeHandler(kept)\n")]
    [InlineData(null, Memory + "KEPT = MemoryHandler(400)\ndef begin(log):\n    log.addHandler(KEPT)\ndef end():\n    KEPT.buffer.clear()\n")]
    [InlineData(null, Memory + "def count(records):\n    kept = MemoryHandler(400)\n    for record in records:\n        kept.emit(record)\n    return len(kept.buffer)\n")]
    public void Records_stay_in_a_handler_without_a_target(FindingLevel? expected, string program) => LevelOf("LL106", program).ShouldBe(expected);

    [Fact]
    public void Where_the_records_are_counted_the_handler_is_told_once()
    {
        const string Program = Memory + "log = logging.getLogger('app')\nlog.setLevel('INFO')\nkept = MemoryHandler(50)\nlog.addHandler(kept)\nfor n in range(300_000):\n    log.info('request %d', n)\nprint(len(kept.buffer))\n";

        Find(Program).Count(static finding => finding.Rule.Family is "accumulation").ShouldBe(1);
    }

    [Theory]
    [InlineData(FindingLevel.Warning, Filter + OneFilter)]
    [InlineData(FindingLevel.Note, Filter + "def serve(log: logging.Logger, requests):\n    for request in requests:\n        log.addFilter(Tag(request.name))\n")]
    [InlineData(FindingLevel.Note, Filter + "class Part:\n    def __init__(self, log: logging.Logger | None, tag):\n        self.log = (log or logging.getLogger('a')).getChild(tag)\n        self.tag = Tag(tag)\n        self.log.addFilter(self.tag)\n")]
    [InlineData(null, Filter + OneFilter + "def end(tag):\n    LOG.removeFilter(tag)\n")]
    [InlineData(null, Filter + "LOG = logging.getLogger('a')\nTAG = Tag('a')\ndef serve(requests):\n    for request in requests:\n        LOG.addFilter(TAG)\n")]
    [InlineData(null, Filter + "def serve(images, requests):\n    for request in requests:\n        images.addFilter(Tag(request.name))\n")]
    [InlineData(null, Filter + "def begin(log: logging.Logger):\n    log.addFilter(Tag('a'))\n")]
    public void Filters_pile_up(FindingLevel? expected, string program) => LevelOf("LL405", program).ShouldBe(expected);

    private static FindingLevel? LevelOf(string rule, string program) =>
        Find(program).Where(finding => string.Equals(finding.Rule.Id, rule, StringComparison.Ordinal)).Select(static finding => (FindingLevel?)finding.Level).Max();

    private static ImmutableArray<Finding> Find(string program) => Analyzer.Analyze(SourceText.From(program), new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet)).Findings;
}
