namespace LeakLens.Python.Tests.CPython;

/// <summary>Files of the library that read differently here, each with its reason. Empty is the goal.</summary>
internal static class KnownDifferences
{
    private const string NamedCharacters = @"\N{...} and the normal form of identifiers need Unicode's tables, which are not there yet";

    public static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["test/pickletester.py"] = NamedCharacters,
        ["test/re_tests.py"] = NamedCharacters,
        ["test/test_argparse.py"] = NamedCharacters,
        ["test/test_code_module.py"] = NamedCharacters,
        ["test/test_complex.py"] = NamedCharacters,
        ["test/test_float.py"] = NamedCharacters,
        ["test/test_fstring.py"] = NamedCharacters,
        ["test/test_http_cookies.py"] = NamedCharacters,
        ["test/test_int.py"] = NamedCharacters,
        ["test/test_json/test_unicode.py"] = NamedCharacters,
        ["test/test_multibytecodec.py"] = NamedCharacters,
        ["test/test_source_encoding.py"] = NamedCharacters,
        ["test/test_string_literals.py"] = NamedCharacters,
        ["test/test_stringprep.py"] = NamedCharacters,
        ["test/test_textwrap.py"] = NamedCharacters,
        ["test/test_traceback.py"] = NamedCharacters,
        ["test/test_unicode.py"] = NamedCharacters,
        ["test/test_unicode_identifiers.py"] = NamedCharacters,
        ["test/test_unparse.py"] = NamedCharacters,
        ["test/test_xmlrpc.py"] = NamedCharacters,
    };
}
