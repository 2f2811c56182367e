using System.Globalization;
using Newtonsoft.Json;

namespace LeakLens.Engine.Library;

/// <summary>This part: what may stand in a file. In a built-in one nothing else does; one of somebody's own says where it is wrong.</summary>
internal sealed partial class ModelReader
{
    private const long LargestNumber = 1L << 40;

    private static readonly string[] FileProperties = ["$schema", "module", "functions", "types", "same", "texts"];
    private static readonly string[] TypeProperties = ["like", "bytes", "bytesPerItem", "growth", "order", "hidden", "base", "binds", "oneEach", "keywords", "made", "methods", "statics", "attributes"];
    private static readonly string[] Storages = ["list", "tuple", "dict", "set", "deque", "bytearray"];
    private static readonly string[] Orders = ["first", "last", "least"];
    private static readonly string[] Growths = ["bytesio", "stringio", "array", "odict"];

    /// <summary>Reads a file of somebody's own; null if it is none.</summary>
    /// <param name="module">The module that it describes.</param>
    public static LibraryModule? ReadOwn(ModelCheck check, LibraryCatalogue catalogue, out string module)
    {
        module = string.Empty;
        if (check.Text.Length > LibraryModels.LongestText)
        {
            check.AddWhole($"a file of models has at most {LibraryModels.LongestText} characters");
            return null;
        }

        // A text that lies in memory: reading it is no IO.
#pragma warning disable RS0030
        using var text = new StringReader(check.Text);
#pragma warning restore RS0030
        using var json = Open(text);
        var reader = new ModelReader(json, catalogue, check);
        try
        {
            var read = reader.ReadModule();
            module = reader._module;
            if (module.Length > 0)
            {
                return read;
            }

            check.AddWhole("'module' is missing: the name of the module as it is imported");
        }
        catch (FormatException) when (check.IsHopeless)
        {
            // All that is wrong before here has been said.
        }
        catch (FormatException)
        {
            check.Add(json, "not what a file of models has here: docs/extending.md shows one");
        }
        catch (JsonReaderException exception)
        {
            var end = exception.Message.IndexOf(" Path '", StringComparison.Ordinal);
            var reason = (end > 0 ? exception.Message[..end] : exception.Message).TrimEnd('.');
            check.AddBehind(exception.LineNumber, exception.LinePosition, "no JSON: " + ModelCheck.Shorten(char.ToLowerInvariant(reason[0]) + reason[1..]));
        }

        return null;
    }

    private string ReadModuleName()
    {
        var name = ReadText();
        if (_check is not null && (!IsDotted(name) || name is "builtins"))
        {
            _check.Add(_json, name is "builtins" ? "names that need no import are those of LeakLens" : $"'{ModelCheck.Shorten(name)}' is no name of a module");
        }

        return name;
    }

    private string ReadReference(bool isType)
    {
        var name = ReadText();
        _check?.Refer(_json, name, isType);
        return name;
    }

    private void CheckName(string name, bool isThere)
    {
        if (_check is null)
        {
            Expect(!isThere);
        }
        else if (_module.Length == 0)
        {
            _check.Add(_json, "'module' stands first");
        }
        else if (!IsDotted(name))
        {
            _check.Add(_json, $"'{ModelCheck.Shorten(name)}' is no name");
        }
        else if (isThere)
        {
            _check.Add(_json, $"'{ModelCheck.Shorten(name)}' is there already");
        }

        Expect(_check is not { IsHopeless: true });
    }

    private void SkipUnknown(string property, string[] known)
    {
        Expect(_check is not null);
        _check?.Add(_json, $"there is no '{ModelCheck.Shorten(property)}' here; there are {string.Join(", ", known)}");
        _json.Skip();
        Expect(_check is not { IsHopeless: true });
    }

    private string ReadChoice(string property, string[] choices)
    {
        var value = ReadValue();
        if (value is string text && choices.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        Complain($"'{property}' takes one of {string.Join(", ", choices)}");
        return choices[0];
    }

    private double ReadNumber(string property, bool isWhole)
    {
        var value = ReadValue();
        if (value is long or double)
        {
            var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
            if (number is >= 0 and <= LargestNumber && (value is long || !isWhole))
            {
                return number;
            }
        }

        Complain($"'{property}' takes a {(isWhole ? "whole number" : "number")} from 0 to {LargestNumber}");
        return 0;
    }

    private bool ReadSwitch(string property)
    {
        if (ReadValue() is bool value)
        {
            return value;
        }

        Complain($"'{property}' takes true or false");
        return false;
    }

    /// <summary>About the value that was read last; what it holds is skipped.</summary>
    private void Complain(string message)
    {
        Expect(_check is not null);
        _check?.Add(_json, message);
        _json.Skip();
    }

    private static bool IsDotted(string name)
    {
        if (name.Length is 0 or > 200)
        {
            return false;
        }

        foreach (var part in name.Split('.'))
        {
            if (part.Length == 0 || char.IsAsciiDigit(part[0]) || !part.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
            {
                return false;
            }
        }

        return true;
    }
}
