using System.Diagnostics;
using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Known;

/// <summary>Whatever a program asks for is bounded: no value that is computed takes long, or much memory.</summary>
public sealed class HostileValueTests
{
    [Theory]
    [InlineData("10**10**9")]
    [InlineData("2**(2**62)")]
    [InlineData("'%1000000000d' % 1")]
    [InlineData("'%.1000000000f' % 1.0")]
    [InlineData("'%*d' % (10**9, 1)")]
    [InlineData("'{:>1000000000}'.format('a')")]
    [InlineData("f'{1:01000000000d}'")]
    [InlineData("f'{1.5:.999999999f}'")]
    [InlineData("'a' * 10**9")]
    [InlineData("b'a' * 10**9")]
    [InlineData("'ab'.center(10**9)")]
    [InlineData("'\\t'.expandtabs(10**9)")]
    [InlineData("'a'.zfill(10**12)")]
    [InlineData("('a' * 60000).replace('a', 'b' * 60000)")]
    [InlineData("('a' * 60000).replace('', 'b' * 60000)")]
    [InlineData("('b' * 60000).join(['a'] * 1000)")]
    [InlineData("1 << 10**9")]
    [InlineData("(1 << 4000) << 4000")]
    [InlineData("pow(3, 10**400, 10**400)")]
    [InlineData("int('9' * 60000)")]
    [InlineData("float('9' * 60000)")]
    [InlineData("math.factorial(10**6)")]
    [InlineData("math.comb(10**6, 10**5)")]
    [InlineData("round(1.5, 10**9)")]
    [InlineData("round(10**300, -10**9)")]
    [InlineData("bytes(10**10)")]
    [InlineData("(1).to_bytes(10**9, 'big')")]
    [InlineData("re.match('(a+)+$', 'a' * 60000 + 'b')")]
    [InlineData("re.match('(a|aa)+$', 'a' * 40 + 'b')")]
    [InlineData("re.compile('(((a{1000}){1000}){1000}){1000}')")]
    [InlineData("re.compile('(' * 5000)")]
    [InlineData("re.findall('(?:a?){500}b', 'a' * 30000)")]
    [InlineData("re.sub('a', 'b' * 60000, 'a' * 60000)")]
    [InlineData("re.findall('(?=(a*))', 'a' * 30000)")]
    [InlineData("json.loads('[' * 60000)")]
    [InlineData("json.dumps([['x' * 60000] * 100] * 100)")]
    [InlineData("datetime.timedelta(days=10**18)")]
    [InlineData("datetime.datetime(9999, 12, 31) + datetime.timedelta(days=99999)")]
    [InlineData("random.Random(10**4000).gammavariate(float('inf'), 1.0)")]
    [InlineData("random.Random(1).randbytes(10**9)")]
    [InlineData("'{0.__class__.__mro__}'.format(1)")]
    [InlineData("'{:{}}'.format(1, '{:{}}')")]
    [InlineData("float('nan') < float('inf') or float('inf') - float('inf') == 0")]
    [InlineData("'\\ud800'.encode() + '\\udc00\\ud800'.upper().encode()")]
    [InlineData("'\\ud800x'[0] + '\\ud800x'[::-1] + repr('\\udfff')")]
    public void Values_are_bounded(string expression)
    {
        const string Imports = "import datetime, json, math, random, re\n";
        var watch = Stopwatch.StartNew();
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From($"{Imports}value = {expression}\ntext = str(value)\nitems = [value, text]\n")), default);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        (GC.GetAllocatedBytesForCurrentThread() - allocated).ShouldBeLessThan(100_000_000);
    }
}
