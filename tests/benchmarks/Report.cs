using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PaymentCrypto.Benchmarks;

/// <summary>Prints medians as rows of a Markdown table, under a line that says what machine this is.</summary>
internal sealed class Report
{
    private readonly TextWriter _output;

    public Report(TextWriter output)
    {
        _output = output;
        _output.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        _output.WriteLine();
        _output.WriteLine("| what | p50 | p90 | n |");
        _output.WriteLine("|---|---|---|---|");
    }

    /// <summary>Runs something many times and reports it; returns the median in milliseconds.</summary>
    /// <param name="what">The row's name.</param>
    /// <param name="count">How often.</param>
    /// <param name="run">One run.</param>
    /// <param name="before">Preparation of each run that is not measured.</param>
    public async Task<double> MeasureAsync(string what, int count, Func<Task> run, Func<Task>? before = null)
    {
        double[] times = new double[count];
        for (int i = -Math.Min(3, count); i < count; i++)
        {
            if (before is not null)
            {
                await before();
            }

            long start = Stopwatch.GetTimestamp();
            await run();
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        return Row(what, times);
    }

    /// <summary>Reports times in milliseconds; returns their median.</summary>
    public double Row(string what, double[] times)
    {
        double[] sorted = [.. times.Order()];
        double median = sorted[sorted.Length / 2];
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {what} | {median:0.000} ms | {sorted[sorted.Length * 9 / 10]:0.000} ms | {sorted.Length} |"));
        return median;
    }

    /// <summary>Reports a figure that is not a time.</summary>
    public void Figure(string what, FormattableString value) => _output.WriteLine($"| {what} | {FormattableString.Invariant(value)} | | |");
}
