using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>What a collector of metrics such as OpenTelemetry gets to see of the endpoint: names and tags.</summary>
internal sealed class MeterTags : IDisposable
{
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly MeterListener _listener = new();

    public MeterTags()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "PaymentCrypto.Endpoint")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, tags));
        _listener.Start();
    }

    public IReadOnlyCollection<string> Texts => _texts;

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _texts.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
}
