using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Tests.Payloads;

namespace LeakLens.Workspace.Tests.Fixes;

/// <summary>What can be done about hidden code: it is taken out, or written where it can be read; calls in disguise are called by their name.</summary>
public sealed class PayloadFixTests
{
    private const string Nice = "aW1wb3J0IG9zCm9zLm5pY2UoMSkK";

    [Fact]
    public void A_call_that_runs_hidden_code_is_removed() => Check("remove-execution", Applicability.Unsafe,
        $"import base64\n\ndef start():\n    print('start')\n    exec(base64.b64decode('{Nice}'))  # why\n    print('done')\n",
        "import base64\n\ndef start():\n    print('start')\n    # why\n    print('done')\n");

    [Fact]
    public void A_block_is_not_left_empty() => Check("remove-execution", Applicability.Unsafe,
        $"import base64\n\ndef start():\n    exec(base64.b64decode('{Nice}'))\n",
        "import base64\n\ndef start():\n    pass\n");

    [Fact]
    public void Hidden_code_is_written_where_it_runs() => Check("readable-code", Applicability.Unsafe,
        $"import base64\n\ndef start():\n    exec(base64.b64decode('{Nice}'), {{}})\n",
        "import base64\n\ndef start():\n    import os\n    os.nice(1)\n");

    [Fact]
    public void Code_that_goes_on_with_a_result_is_left_alone()
    {
        var text = $"import base64\nnumber = eval(base64.b64decode('b3Muc3lzdGVtKCJscyIp'))\n";

        Offered.For(text, "remove-execution").ShouldBeEmpty();
        Offered.For(text, "readable-code").ShouldBeEmpty();
    }

    [Fact]
    public void A_text_of_several_lines_is_not_moved()
    {
        var hidden = Convert.ToBase64String("import os\nos.system(\"\"\"ls\n  -l\"\"\")\n"u8);

        Offered.For($"import base64\ndef start():\n    exec(base64.b64decode('{hidden}'))\n", "readable-code").ShouldBeEmpty();
        Offered.For($"import base64\nexec(base64.b64decode('{hidden}'))\n", "readable-code").ShouldNotBeEmpty();
    }

    [Fact]
    public void Unknown_data_are_read_as_a_literal() => Check("literal-eval", Applicability.Unsafe,
        "import base64\n\ndef read(data):\n    return eval(base64.b64decode(data))\n",
        "import base64\nfrom ast import literal_eval\n\ndef read(data):\n    return literal_eval(base64.b64decode(data))\n");

    [Theory]
    [InlineData("import builtins\n\ndef run(code):\n    return getattr(builtins, 'ev' + 'al')(code)\n", "import builtins\n\ndef run(code):\n    return eval(code)\n")]
    [InlineData("import os\n\ndef run():\n    return __import__('sub' + 'process')\n", "import os\n\ndef run():\n    return __import__('subprocess')\n")]
    [InlineData("def run(code):\n    \U0001D41E\U0001D42F\U0001D41A\U0001D425(code)\n", "def run(code):\n    eval(code)\n")]
    public void A_disguise_is_taken_off(string before, string after) => Check("plain-call", Applicability.Safe, before, after);

    [Fact]
    public void A_disguise_that_does_something_else_stays() =>
        Offered.For("import builtins\n\ndef run(code):\n    return getattr(builtins, log() or 'ev' + 'al')(code)\n", "plain-call").ShouldBeEmpty();

    [Fact]
    public void A_name_that_means_something_else_is_not_used() =>
        Offered.For("import builtins\n\ndef run(code):\n    return getattr(builtins, 'ev' + 'al')(code)\n\ndef eval(code):\n    return code\n", "plain-call").ShouldBeEmpty();

    [Fact]
    public void What_never_ends_is_started_once() => Check("start-once", Applicability.Unsafe,
        "import threading\nfrom flask import Flask\n\napp = Flask(__name__)\napp.config['MAX_CONTENT_LENGTH'] = 1000\n\n\ndef work():\n    while True:\n        print()\n\n\n@app.route('/start')\ndef start():\n    threading.Thread(target=work, daemon=True).start()\n    return 'started'\n",
        "import threading\nfrom flask import Flask\n\napp = Flask(__name__)\napp.config['MAX_CONTENT_LENGTH'] = 1000\n\n\ndef work():\n    while True:\n        print()\n\n\n@app.route('/start')\ndef start():\n    return 'started'\n\n\nthreading.Thread(target=work, daemon=True).start()\n");

    [Fact]
    public void A_model_is_compared_with_the_one_that_lies_there()
    {
        const string Before = "import joblib\n\ndef load():\n    return joblib.load('model.bin')\n";
        const string Digest = "3608bca1e44ea6c4d268eb6db02260269892c0b42b86bbf1e77a6fa16c3c9282";
        var options = new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet) { Files = new MemoryFiles(new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["model.bin"] = "xyz"u8.ToArray() }) };
        var result = Analyzer.Analyze(SourceText.From(Before), options);
        var fix = FixFinder.Find(result, options, result.Findings.Single(), CancellationToken.None).Single();

        fix.Kind.ShouldBe("check-digest");
        Offered.Apply(Before, fix).ShouldBe($"from hashlib import sha256\nfrom pathlib import Path\n\nimport joblib\n\ndef load():\n    if sha256(Path('model.bin').read_bytes()).hexdigest() != '{Digest}':\n        raise ValueError('not the file that was reviewed')\n    return joblib.load('model.bin')\n");
    }

    [Fact]
    public void A_digest_that_nobody_knows_is_not_asked_for() => Offered.For("import joblib\n\ndef load():\n    return joblib.load('model.bin')\n", "check-digest").ShouldBeEmpty();

    private static void Check(string kind, Applicability applicability, string before, string after) => Offered.Check(kind, applicability, before, after);
}
