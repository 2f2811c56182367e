using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Library;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary><c>csv</c> in the exact run: rows are read from lines that are known, and written into them.</summary>
internal sealed partial class Evaluator
{
    private const string SourceOfRows = "source";
    private const string FieldNames = "fieldnames";

    private readonly Dictionary<HeapObject, CsvText> _dialects = [];

    /// <summary>csv.reader(file), csv.writer(file); null for all other functions.</summary>
    private Value? CallCsvFunction(string name, CallArguments arguments, SyntaxNode node)
    {
        if (name is not ("csv.reader" or "csv.writer" or "csv.DictReader" or "csv.DictWriter") || Models.FindType(TypeOfCsv(name)) is not { } type)
        {
            return null;
        }

        var made = _heap.Allocate(type.Storage, node, _frame.Context, type);
        _dialects[made] = DialectOf(arguments);
        var isReader = name.EndsWith("eader", StringComparison.Ordinal);
        _heap.Set(made, SlotKey.Attribute(isReader ? SourceOfRows : "file"), isReader ? Value.Of(MakeIterator(arguments[0], node)) : arguments[0]);
        if (name.Contains("Dict", StringComparison.Ordinal) && Argument(arguments, 1, FieldNames) is { IsAbsent: false, Kind: not ValueKind.None } names)
        {
            _heap.Set(made, SlotKey.Attribute(FieldNames), names);
        }

        return Value.Of(made);
    }

    private static string TypeOfCsv(string name) => name switch
    {
        "csv.reader" => "csv.row_reader",
        "csv.writer" => "csv.row_writer",
        _ => name,
    };

    private static CsvText DialectOf(CallArguments arguments)
    {
        var dialect = new CsvText();
        foreach (var (name, value) in arguments.Named)
        {
            dialect = (name, KnownText(value), value.Thing?.QualifiedName) switch
            {
                ("delimiter", { Length: 1 } mark, _) => dialect with { Delimiter = mark[0] },
                ("quotechar", { Length: 1 } mark, _) => dialect with { Quote = mark[0] },
                ("lineterminator", { } end, _) => dialect with { End = end },
                ("quoting", _, "csv.QUOTE_ALL") => dialect with { QuotesAll = true },
                ("quoting", _, "csv.QUOTE_MINIMAL") or ("dialect", "excel", _) or (FieldNames or "restval", _, _) => dialect,
                _ => throw new NotDeterminedException(),
            };
        }

        return dialect;
    }

    private Value? CallCsvMethod(HeapObject target, TypeModel type, string name, CallArguments arguments, SyntaxNode node)
    {
        if (!_dialects.TryGetValue(target, out var dialect))
        {
            return null;
        }

        switch (name)
        {
            case "__iter__":
                return Value.Of(target);
            case "__next__" when type.QualifiedName is "csv.DictReader":
                return NextRecord(target, dialect, node);
            case "__next__":
                return NextRow(target, dialect, node);
            case "writeheader":
                return WriteRow(target, dialect, RequireItems(target.Get(SlotKey.Attribute(FieldNames)), node), node);
            case "writerow":
                return WriteRow(target, dialect, FieldsOf(target, arguments[0], node), node);
            case "writerows":
                IterateInside(node, arguments[0], row =>
                {
                    WriteRow(target, dialect, FieldsOf(target, row, node), node);
                    return AfterCall();
                });
                return Value.None;
            default:
                return null;
        }
    }

    private Value NextRow(HeapObject reader, CsvText dialect, SyntaxNode node) =>
        ReadFields(reader, dialect, node) is not { } fields
            ? _afterCall == Completion.Normal ? RaiseNew("StopIteration", Value.Absent, node) : Value.Unknown
            : Value.Of(NewAppended([.. fields.Select(field => StreamText(field, node))], node));

    private List<string>? ReadFields(HeapObject reader, CsvText dialect, SyntaxNode node) =>
        NextLine(reader, node) is { } line ? dialect.Read(line, () => NextLine(reader, node)) : null;

    private string? NextLine(HeapObject reader, SyntaxNode node)
    {
        if (reader.Get(SlotKey.Attribute(SourceOfRows)).Reference is not { } source)
        {
            throw new NotDeterminedException();
        }

        return Next(source, node, out var line) switch
        {
            false => null,
            true when KnownText(line) is { } text => text,
            _ => throw new NotDeterminedException(),
        };
    }

    private Value NextRecord(HeapObject reader, CsvText dialect, SyntaxNode node)
    {
        var names = SlotKey.Attribute(FieldNames);
        if (reader.Get(names).IsAbsent)
        {
            _heap.Set(reader, names, NextRow(reader, dialect, node));
        }

        if (_afterCall != Completion.Normal)
        {
            return Value.Unknown;
        }

        var fields = ReadFields(reader, dialect, node);
        while (fields is { Count: 0 })
        {
            fields = ReadFields(reader, dialect, node);
        }

        if (fields is null)
        {
            return RaiseNew("StopIteration", Value.Absent, node);
        }

        var record = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
        var keys = RequireItems(reader.Get(names), node);
        for (var i = 0; i < Math.Max(keys.Count, fields.Count); i++)
        {
            if (i >= keys.Count)
            {
                throw new NotDeterminedException();
            }

            SetKey(record, keys[i], i < fields.Count ? StreamText(fields[i], node) : Value.None, node, isLiteral: false);
        }

        return Value.Of(record);
    }

    private List<Value> FieldsOf(HeapObject writer, Value row, SyntaxNode node)
    {
        if (row.Reference?.Contents is not EntryContents entries || writer.Get(SlotKey.Attribute(FieldNames)) is not { IsAbsent: false } names)
        {
            return RequireItems(row, node);
        }

        return RequireItems(names, node).ConvertAll(name => entries.ValueOf(RequireKey(name)) is { IsAbsent: false } field ? field : Value.OfText(string.Empty));
    }

    private Value WriteRow(HeapObject writer, CsvText dialect, List<Value> fields, SyntaxNode node)
    {
        var texts = fields.ConvertAll(field => field.Kind == ValueKind.None ? string.Empty : KnownText(Stringify(field, node, isRepr: false)) ?? throw new NotDeterminedException());
        var row = StreamText(dialect.Write(texts), node);
        KeepAlive(row);
        return Call(GetAttribute(writer.Get(SlotKey.Attribute("file")), "write", node), new CallArguments([row], []), node);
    }

    /// <summary>A list that came together item by item.</summary>
    private HeapObject NewAppended(Value[] items, SyntaxNode node)
    {
        var list = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        foreach (var item in items)
        {
            Add(list, item, node, "append");
        }

        return list;
    }
}
