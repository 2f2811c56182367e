using LeakLens.Python.Syntax;

namespace LeakLens.Python.Dumping;

/// <summary>
/// How a node stands in a string with fields: the string whose direct part it is, whether it is the last part of a format
/// specification, and the field whose expression it is in.
/// </summary>
internal readonly record struct StringPart(JoinedStr? Whole, bool IsLastOfSpecification, FormattedValue? Field);
